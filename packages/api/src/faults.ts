import { HTTPException } from "hono/http-exception";
import { Problem } from "./problem.ts";

/** Any failure as a problem: refusals as they are, unreadable JSON, a storage that cannot be written, or a fault. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return unreadable(error);
  if (fieldsOf(error).code === "ECONNRESET") return cutOff();
  return storageProblem(error) ?? fault();
}

/** What keeps the database file from being written; undefined for any other failure. */
export function storageProblem(error: unknown): Problem | undefined {
  const cause = storageCause(error);
  if (cause === "full") {
    return new Problem("storage.full", 507, {
      message:
        "The disk is full, so nothing was saved. What was saved before is safe and can be read.",
      action: "Free some space and try again; Stipple goes on by itself.",
    });
  }
  if (cause === "read-only") {
    return new Problem("storage.read_only", 507, {
      message:
        "The database cannot be written now, so nothing was saved. What was saved before can be read.",
      action: "Make the data folder writable and try again; Stipple goes on by itself.",
    });
  }
  return undefined;
}

/** Result codes of SQLite (lowest byte) and of the operating system. */
function storageCause(error: unknown): "full" | "read-only" | undefined {
  const { errcode, code } = fieldsOf(error);
  const result = typeof errcode === "number" ? errcode & 0xff : undefined;
  if (result === sqliteFull || code === "ENOSPC" || code === "EDQUOT") return "full";
  if (result === sqliteReadOnly || result === sqliteIoError || result === sqliteCannotOpen) {
    return "read-only";
  }
  return code === "EROFS" || code === "EACCES" || code === "EIO" ? "read-only" : undefined;
}

const sqliteReadOnly = 8;
const sqliteIoError = 10;
const sqliteFull = 13;
const sqliteCannotOpen = 14;

function fieldsOf(error: unknown): { errcode?: unknown; code?: unknown } {
  return typeof error === "object" && error !== null ? error : {};
}

function unreadable(error: HTTPException): Problem {
  return error.status === 415
    ? new Problem("request.not_json", 415, {
        message: "The body is not in a format this address takes.",
        action: "Send it as /api/openapi.json describes.",
      })
    : new Problem("request.malformed", 400, {
        message: "The body is not complete, valid JSON.",
        action: "Correct the JSON and send it again.",
      });
}

/** Whoever sent it went away or was too slow; nobody reads the answer, and the program is not at fault. */
function cutOff(): Problem {
  return new Problem("request.cut_off", 400, {
    message: "The connection ended before the request was whole.",
    action: "Send the request again.",
  });
}

function fault(): Problem {
  return new Problem("fault", 500, {
    message: "Something in Stipple went wrong. Your records were not changed by this request.",
    action: "Try again; if it stays, restart Stipple and report what you did.",
  });
}
