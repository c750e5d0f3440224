/** Whether this browser keeps anything of a session. Asked without loading the session's own code. */
export function isSessionKept(): boolean {
  return Object.keys(localStorage).some((key) => key.startsWith("stipple/session/"));
}
