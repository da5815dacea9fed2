// The process that holds a PKCS#11 module: foreign machine code stays outside the serving processes.
import { serveToken } from "../gateways/token/serve.ts";

serveToken();
