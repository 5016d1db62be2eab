import { parse } from 'tldts';

const LINK = /https?:\/\/[^\s<>|"'，。、）)]+/g;

/** Pages on which something is priced, tried or paid for: a part of the path, or the host's first label. */
const BUYING_PAGE =
  /^(?:pricing|prices?|plans?|plans-pricing|buy|buy-now|checkout|cart|order|trial|free-trial|start-trial|trials?|signup|sign-up|register|get-started|quote|request-a-quote|get-a-quote|contact-sales|request-demo|book-a-demo|get-a-demo|demo|subscribe|upgrade|store|shop|enterprise|價格|方案|報價|試用)(?:\.html?|\.php|\.aspx)?$/i;
const BUYING_HOST = /^(?:checkout|buy|store|shop|pay|billing|pricing|order|cart)$/i;

/** Sites whose pages of that name are no vendor's: code, talk, news, and what companies write themselves. */
const NOT_VENDORS = new Set([
  ...[
    'github.com',
    'gitlab.com',
    'stackoverflow.com',
    'stackexchange.com',
    'wikipedia.org',
    'reddit.com',
    'medium.com',
  ],
  ...['youtube.com', 'twitter.com', 'x.com', 'facebook.com', 'linkedin.com', 'slack.com', 'notion.so', 'google.com'],
  ...['ptt.cc', 'dcard.tw', 'npmjs.com', 'pypi.org', 'nytimes.com', 'techcrunch.com', 'ycombinator.com'],
]);

/** The site that a page belongs to, when the page is one on which a vendor sells. Tracking parameters say nothing. */
function vendorOf(link: string): string | undefined {
  const { domain, subdomain, domainWithoutSuffix, isIp } = parse(link);
  if (!domain || !domainWithoutSuffix || isIp || NOT_VENDORS.has(domain)) return undefined;
  if (!URL.canParse(link)) return undefined;
  const parts = new URL(link).pathname.split('/').filter((part) => part !== '');
  const isSold =
    parts.some((part) => BUYING_PAGE.test(decoded(part))) || BUYING_HOST.test(subdomain?.split('.')[0] ?? '');
  return isSold ? domainWithoutSuffix : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Vendors on whose pricing, checkout, trial or signup pages a message's links lead, by the name in their address. */
export function vendorsLinked(message: string): string[] {
  if (!message.includes('://')) return [];
  const vendors = [...message.matchAll(LINK)].flatMap(([link]) => vendorOf(link) ?? []);
  return [...new Set(vendors)];
}
