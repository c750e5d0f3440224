import type { Hono } from "hono";
import type { BlankSchema, Schema } from "hono/types";

/** JSON never carries `undefined`: an optional key is there with its value, or not there. */
type Exact<Value> = Value extends string | number | boolean | null
  ? Value
  : { [Key in keyof Value]: Exact<Exclude<Value[Key], undefined>> };

type ExactEndpoint<Endpoint> = Endpoint extends { output: infer Output }
  ? { [Key in keyof Endpoint]: Key extends "output" ? Exact<Output> : Endpoint[Key] }
  : Endpoint;

type ExactRoutes<Routes> = {
  [Path in keyof Routes]: {
    [Method in keyof Routes[Path]]: ExactEndpoint<Routes[Path][Method]>;
  };
};

/**
 * The app's type for the `hc` client. Hono's own reading of JSON adds `| undefined` to optional keys;
 * here they are as the API declares them, so that an answer fits the protocol's types.
 */
export type ClientType<App> =
  App extends Hono<infer Env, infer Routes, infer BasePath>
    ? Hono<
        Env,
        ExactRoutes<Routes> extends infer Exacted extends Schema ? Exacted : BlankSchema,
        BasePath
      >
    : never;
