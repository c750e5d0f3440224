import "@fontsource-variable/inter/wght.css";
import "./shell/mantine-styles.ts";
import "./shell/global.css";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App.tsx";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
