/** Field lines as they came, names in any case, repeated ones repeated. */
export type Fields = readonly (readonly [name: string, value: string])[];

export type RequestParts = {
  readonly method: string;
  /** The whole target address, as the other side wrote it (RFC 9421, 2.2.2). */
  readonly targetUri: string;
  /** The target as it stood in the request line, where that is not path and query. */
  readonly requestTarget?: string;
  readonly fields: Fields;
  readonly trailers?: Fields;
};

export type ResponseParts = {
  readonly status: number;
  readonly fields: Fields;
  readonly trailers?: Fields;
  /** The request it answers, for components with `req`. */
  readonly request?: RequestParts;
};

export type Message = RequestParts | ResponseParts;

export const isRequest = (message: Message): message is RequestParts => "method" in message;

/** The values of a field in their order; empty where the message has no such field. */
export const valuesOf = (fields: Fields, name: string): readonly string[] =>
  fields.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
