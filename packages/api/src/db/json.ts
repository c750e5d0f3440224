/** A value kept as JSON text in a column. The brand remembers what it reads back as. */
export type Json<Value> = string & { readonly __json: Value };

/** The value as text for a column. */
export function toJson<Value>(value: Value): Json<Value> {
  return JSON.stringify(value) as Json<Value>;
}

/** The value that was kept. Only this API writes these columns, after its border checked the value. */
export function fromJson<Value>(text: Json<Value>): Value {
  return JSON.parse(text);
}
