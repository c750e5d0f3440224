import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { PageFailed } from "./PageFailed.tsx";
import { PageMissing } from "./PageMissing.tsx";
import { PageWaiting } from "./PageWaiting.tsx";
import { Shell } from "./Shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: PageMissing });
const parent = { getParentRoute: () => root };

const routes = [
  createRoute({
    ...parent,
    path: "/",
    component: lazyRouteComponent(() => import("../welcome/WelcomePage.tsx"), "WelcomePage"),
  }),
  createRoute({
    ...parent,
    path: "/assess",
    component: lazyRouteComponent(() => import("../assess/AssessPage.tsx"), "AssessPage"),
  }),
  createRoute({
    ...parent,
    path: "/plan",
    component: lazyRouteComponent(() => import("../plan/PlanPage.tsx"), "PlanPage"),
  }),
  createRoute({
    ...parent,
    path: "/today",
    component: lazyRouteComponent(() => import("../today/TodayPage.tsx"), "TodayPage"),
  }),
  createRoute({
    ...parent,
    path: "/session",
    component: lazyRouteComponent(() => import("../session/SessionPage.tsx"), "SessionPage"),
  }),
  createRoute({
    ...parent,
    path: "/session/$id",
    component: lazyRouteComponent(() => import("../session/SessionPage.tsx"), "SessionPage"),
  }),
  createRoute({
    ...parent,
    path: "/aftercare",
    component: lazyRouteComponent(() => import("../aftercare/AftercarePage.tsx"), "AftercarePage"),
  }),
  createRoute({
    ...parent,
    path: "/devices",
    component: lazyRouteComponent(() => import("../devices/DevicesPage.tsx"), "DevicesPage"),
  }),
  createRoute({
    ...parent,
    path: "/history",
    component: lazyRouteComponent(() => import("../history/HistoryPage.tsx"), "HistoryPage"),
  }),
  createRoute({
    ...parent,
    path: "/understand",
    component: lazyRouteComponent(
      () => import("../understand/UnderstandPage.tsx"),
      "UnderstandPage",
    ),
  }),
  createRoute({
    ...parent,
    path: "/measure",
    component: lazyRouteComponent(() => import("../measure/MeasurePage.tsx"), "MeasurePage"),
  }),
  createRoute({
    ...parent,
    path: "/measure/card",
    component: lazyRouteComponent(() => import("../measure/card/CardPage.tsx"), "CardPage"),
  }),
  createRoute({
    ...parent,
    path: "/measure/view/$view",
    component: lazyRouteComponent(() => import("../measure/ViewPage.tsx"), "ViewPage"),
  }),
  createRoute({
    ...parent,
    path: "/measure/closeup/$photoId",
    component: lazyRouteComponent(
      () => import("../measure/closeup/CloseUpPage.tsx"),
      "CloseUpPage",
    ),
  }),
  createRoute({
    ...parent,
    path: "/measure/site/$photoId",
    component: lazyRouteComponent(() => import("../measure/site/SitePage.tsx"), "SitePage"),
  }),
  createRoute({
    ...parent,
    path: "/settings",
    component: lazyRouteComponent(() => import("../settings/SettingsPage.tsx"), "SettingsPage"),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: PageWaiting,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
