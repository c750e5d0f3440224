import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const server = "http://127.0.0.1:4870";

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        id: "/",
        name: "Stipple",
        short_name: "Stipple",
        description: "Plans, guides and looks after dermaroller treatment of hair loss.",
        start_url: "/",
        scope: "/",
        display: "standalone",
        lang: "en",
        dir: "ltr",
        background_color: "#f7f6f1",
        theme_color: "#0e6363",
        icons: [
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        // The app shell only: answers and records never enter the browser's cache.
        globPatterns: ["**/*.{js,css,html,svg,png}", "**/inter-latin-*.woff2"],
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/api/, /^\/calendar/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // What every page runs on, in one file: smaller together than apart.
              name: "ground",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store)\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 4871, proxy: { "/api": server, "/calendar": server } },
});
