import { parse } from 'tldts';
import { writtenIn } from './detector/spoken.ts';

/** In Slack's `<https://…|label>` the label leads nowhere, whatever it looks like. */
const LINK = /(?<!\|)https?:\/\/[^\s<>|"'`，。、！？；：「」『』【】《》（）)]+/gi;
const END_OF_SENTENCE = /(?<![.,;:!?*_~\]}])[.,;:!?*_~\]}]+$/;

/** Pages on which something is priced, tried or paid for: a part of the path, or the host's first label. */
const BUYING_PAGE =
  /^(?:pricing|prices?|price-list|plans?|plans-pricing|pricing-plans|plans-and-pricing|buy|buy-now|checkout|cart|order|trials?|free-trial|start-trial|start-free-trial|try-free|signup|sign-up|register|get-started|quote|request-a-quote|get-a-quote|contact-sales|request-demo|request-a-demo|book-a-demo|get-a-demo|demo|subscribe|upgrade|store|shop|enterprise|價格|定價|方案|報價|試用|免費試用|購買)(?:\.html?|\.php|\.aspx)?$/i;
/** What a fragment leads to; it also counts where a site explains itself. */
const PRICES = /^(?:pricing|prices?|定價|價格)$/i;
const BUYING_HOST = /^(?:checkout|buy|store|shop|pay|billing|pricing|order|cart)$/i;

/** Parts of a site that tell news, help, or take people to an event: nothing below them is sold. */
const READING_PLACE =
  /^(?:wiki|blogs?|news|press|articles?|posts?|help|support|kb|faq|forum|community|academy|webinars?|events?|meetings?|meetups?|conferences?|careers?|jobs|status|intranet|jira|confluence)$/i;
/** Parts of a site that explain it: below them, `register` and `order` are commands. */
const TEACHING_PLACE = /^(?:docs?|documentation|api|reference|learn|developers?)$/i;

/** Sites whose pages of that name are no vendor's: code, talk, news, events, and what companies write themselves. */
const NOT_VENDORS = new Set([
  ...['github.com', 'github.io', 'gitlab.com', 'gitlab.io', 'bitbucket.org', 'readthedocs.io', 'npmjs.com', 'pypi.org'],
  ...['stackoverflow.com', 'stackexchange.com', 'wikipedia.org', 'reddit.com', 'medium.com', 'ycombinator.com'],
  ...['youtube.com', 'youtu.be', 'twitter.com', 'x.com', 't.co', 'facebook.com', 'instagram.com', 'threads.net'],
  ...[
    'linkedin.com',
    'slack.com',
    'notion.so',
    'notion.com',
    'notion.site',
    'google.com',
    'substack.com',
    'blogspot.com',
    'dev.to',
  ],
  ...['ptt.cc', 'dcard.tw', 'pixnet.net', 'ithome.com.tw', 'nytimes.com', 'techcrunch.com'],
  ...['kktix.com', 'kktix.cc', 'accupass.com', 'eventbrite.com', 'meetup.com', 'luma.com', 'lu.ma'],
]);

/** A site at a host for everybody, such as `acme.vercel.app`, is its own and not the host's. */
const WITH_HOSTED_SITES = { allowPrivateDomains: true };

/**
 * The site that a page belongs to, when the page is one on which a vendor sells. Tracking parameters say nothing.
 * Hosts under no suffix that the world knows (`jira.corp`, addresses, localhost) are a company's own.
 */
function vendorOf(link: string): string | undefined {
  const { domain, publicSuffix, subdomain, domainWithoutSuffix, isIcann, isPrivate } = parse(link, WITH_HOSTED_SITES);
  if (!domain || !publicSuffix || !domainWithoutSuffix || !(isIcann || isPrivate)) return undefined;
  if (NOT_VENDORS.has(domain) || NOT_VENDORS.has(publicSuffix) || !URL.canParse(link)) return undefined;
  return isSold(subdomain ?? '', new URL(link)) ? domainWithoutSuffix : undefined;
}

function isSold(subdomain: string, { pathname, hash }: URL): boolean {
  const [hosts, parts] = [subdomain.split('.'), pathname.split('/').map(decoded)];
  if (BUYING_HOST.test(hosts[0] ?? '')) return true;
  const at = parts.findIndex((part) => BUYING_PAGE.test(part));
  const page = parts[at] ?? hash.split(/[#/?]/).map(decoded).find(isPrices);
  const above = [...hosts, ...(at < 0 ? parts : parts.slice(0, at))];
  if (page === undefined || above.some((place) => READING_PLACE.test(place))) return false;
  return isPrices(page) || !above.some((place) => TEACHING_PLACE.test(place));
}

const isPrices = (part: string): boolean => PRICES.test(part);

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
  const links = [...writtenIn(message).matchAll(LINK)].map(([link]) => link.replace(END_OF_SENTENCE, ''));
  return [...new Set(links.flatMap((link) => vendorOf(link) ?? []))];
}
