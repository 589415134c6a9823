// Where the links of a page lead.

/** Not pages: they answer with a file, or change what is shown. */
const NO_PAGE = /^\/(language|assets)\/|\.(csv|json)$|\/(csv|json)$|^\/$/;

/** An address without what names a single student, match, mentor or day. */
export function routeOf(address) {
  const [path, query = ""] = address.split("?");
  const route = path.replaceAll(/\/[0-9a-f]{32}(?=\/|$)|\/[0-9a-f-]{36}(?=\/|$)|\/\d+(?=\/|$)/g, "/{id}");
  const names = query.split("&").map((part) => part.split("=")[0]).filter(Boolean).sort();
  return names.length > 0 ? `${route}?${names.join("&")}` : route;
}

/** The pages of ours that the links lead to, one of each route, by their routes. */
export async function pagesLinked(page, origin, selector) {
  const links = await page.locator(selector).evaluateAll((links) => links.map((link) => link.href));
  const ours = links.filter((link) => link.startsWith(origin)).map((link) => link.slice(origin.length).split("#")[0]);
  const pages = ours.filter((address) => !NO_PAGE.test(address.split("?")[0]));
  return new Map(pages.map((address) => [routeOf(address), address]));
}
