import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const server = "http://127.0.0.1:4870";

/** Puts a brotli copy beside each script and style sheet; the server sends it to browsers that can read it. */
function packAssets(): Plugin {
  return {
    name: "pack-assets",
    apply: "build",
    writeBundle({ dir = "dist" }) {
      const assets = join(dir, "assets");
      for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
        const path = join(assets, name);
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
      }
    },
  };
}

export default defineConfig({
  plugins: [
    packAssets(),
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
  worker: { format: "es" },
  server: { port: 4871, proxy: { "/api": server, "/calendar": server } },
});
