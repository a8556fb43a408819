/**
 * The address of a database with the name of our connections in it: what stands in an address comes before any other
 * setting of the driver, and rows are evidence only when a connection of the hub wrote them.
 */
export function namedUrl(url: string, name: string): string {
  if (!URL.canParse(url)) return url;
  const named = new URL(url);
  named.searchParams.set('application_name', name);
  return named.href;
}
