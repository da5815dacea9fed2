declare module "autocannon" {
  type Request = {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?(request: Request): Request;
  };
  type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    overallRate?: number;
    headers?: Record<string, string>;
    requests?: Request[];
    timeout?: number;
  };
  type Result = {
    readonly requests: { readonly average: number; readonly total: number; readonly sent: number };
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number; readonly average: number };
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly "2xx": number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
