import { Waiting } from "../ui/Waiting.tsx";

export function PageWaiting() {
  return <Waiting />;
}
