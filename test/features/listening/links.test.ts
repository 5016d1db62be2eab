import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorsLinked } from '#features/listening/links.ts';

describe('a link to a page on which something is sold names its vendor', () => {
  it.each([
    ['prices', 'https://www.figma.com/pricing/', 'figma'],
    ['prices in a language', 'https://acme.com/zh-tw/pricing', 'acme'],
    ['prices as a file', 'https://acme.com/pricing.html', 'acme'],
    ['prices in Chinese', 'https://acme.com.tw/價格', 'acme'],
    ['prices in Chinese, as browsers copy them', 'https://acme.com.tw/%E5%83%B9%E6%A0%BC', 'acme'],
    ['prices further down the page', 'https://acme.io/#pricing', 'acme'],
    ['prices in a page that is a program', 'https://app.acme.io/#/pricing?tab=team', 'acme'],
    ['prices among the documentation', 'https://docs.acme.io/en/pricing', 'acme'],
    ['a plan', 'https://acme.com/plans/team', 'acme'],
    ['an order for one', 'https://acme.com/pricing/webinars', 'acme'],
    ['a checkout', 'https://acme.com/checkout/4711', 'acme'],
    ['a shop', 'https://shop.acme.co.uk/products/42', 'acme'],
    ['a checkout at a host of its own', 'https://checkout.acme.com/c/pay/cs_live_a1', 'acme'],
    ['a trial', 'https://acme.com/free-trial', 'acme'],
    ['a signup', 'https://app.acme.com/signup', 'acme'],
    ['a quote', 'https://acme.com/request-a-quote', 'acme'],
    ['a site at a host for everybody', 'https://acme.vercel.app/pricing', 'acme'],
    ['a port and capitals', 'HTTPS://Acme.COM:443/Pricing', 'acme'],
    ['a name in Chinese', 'https://例子.tw/pricing', '例子'],
  ])('%s: %s', (_, link, vendor) => {
    expect(vendorsLinked(`what about ${link} then`)).toEqual([vendor]);
    expect(vendorsLinked(`what about <${link}> then`)).toEqual([vendor]);
    expect(vendorsLinked(`what about <${link}|this one> then`)).toEqual([vendor]);
  });

  it.each([...'.,;:!?)*_~', '。', '，', '！', '？', '）', '」', '."', '...', '?!'])('ends before %s', (sign) => {
    expect(vendorsLinked(`(see https://acme.com/pricing${sign} or not`)).toEqual(['acme']);
  });

  it('once, however often it is linked, in the order of the message', () => {
    const links = ['https://b.com/pricing', 'https://a.com/trial', 'https://www.b.com/checkout'];
    expect(vendorsLinked(links.join(' or '))).toEqual(['b', 'a']);
  });
});

describe('tracking parameters say nothing', () => {
  it.each([
    'utm_source=pricing&utm_medium=trial',
    'ref=/pricing',
    'next=https%3A%2F%2Fb.com%2Fpricing',
    'gclid=checkout',
  ])('%s', (query) => {
    expect(vendorsLinked(`https://acme.com/?${query}`)).toEqual([]);
    expect(vendorsLinked(`https://acme.com/about?${query}#team`)).toEqual([]);
    expect(vendorsLinked(`https://acme.com/pricing?${query}#faq`)).toEqual(['acme']);
    expect(vendorsLinked(`<https://acme.com/pricing?${query.replaceAll('&', '&amp;')}>`)).toEqual(['acme']);
  });
});

describe('no vendor is named by', () => {
  it.each([
    ['a front page', 'https://www.figma.com/'],
    ['a page with such a word in its name', 'https://acme.com/pricing-our-carbon'],
    ['code', 'https://github.com/acme/shop/tree/main/checkout'],
    ['a project at GitHub', 'https://acme.github.io/pricing'],
    ['a package', 'https://www.npmjs.com/package/register'],
    ['talk', 'https://www.reddit.com/r/sysadmin/comments/1/pricing'],
    ['a document that colleagues wrote', 'https://docs.google.com/document/d/1/pricing'],
    ['a page of our own notes', 'https://acme.notion.site/pricing'],
    ['an article', 'https://blog.acme.com/2026/pricing'],
    ['news', 'https://acme.com/news/2026/pricing'],
    ['a command in documentation', 'https://docs.acme.com/cli/register'],
    ['a webinar', 'https://acme.zoom.us/webinar/register/WN_1'],
    ['an event', 'https://kktix.com/events/devdays/register'],
    ['an address', 'http://10.0.0.7/pricing'],
    ['an address of the newer kind', 'http://[2001:db8::1]:8080/checkout'],
    ['this computer', 'http://localhost:3000/pricing'],
    ["a host inside the company's network", 'http://shop.corp/checkout'],
    ['one word', 'http://store/checkout'],
    ['another protocol', 'ftp://acme.com/pricing'],
    ['mail', 'mailto:sales@acme.com'],
    ['no protocol', 'acme.com/pricing'],
  ])('%s: %s', (_, link) => {
    expect(vendorsLinked(`what about ${link} then`)).toEqual([]);
    expect(vendorsLinked(`what about <${link}> then`)).toEqual([]);
  });

  it.each([
    ['a label that looks like a link', '<https://acme.com/about|https://figma.com/pricing>'],
    ['code', 'run `curl https://acme.com/signup` again'],
    ['a block of code', '```\nGET https://acme.com/checkout\n```'],
    ['a quote', '&gt; <https://acme.com/pricing>\nsee above'],
  ])('%s', (_, message) => {
    expect(vendorsLinked(message)).toEqual([]);
  });

  it.each([
    ...['https://', 'https://%', 'https://%zz.com/pricing', 'https://acme.com:99999/pricing', 'https://[::/pricing'],
    ...['https://.com/pricing', 'https://acme..com/pricing', 'https:///pricing', 'http://@/pricing', 'https://-/trial'],
  ])('a broken link: %s', (link) => {
    expect(vendorsLinked(`what about ${link} then`)).toEqual([]);
  });

  it('half a percent sign in an address that is whole otherwise', () => {
    expect(vendorsLinked('https://acme.com/%E5%83/pricing')).toEqual(['acme']);
  });
});

describe('whatever people paste', () => {
  const CHARS = 40_000;
  const long = (part: string) => part.repeat(Math.ceil(CHARS / part.length)).slice(0, CHARS);

  it.each([
    ...['https://acme.com/pricing ', '<https://acme.com/pricing|acme> ', 'https://', 'https://a', '://', 'https://a.'],
    ...['http://[', 'https://acme.com/pricing|', 'https://%', '<https://', '`https://a.com', '> https://a.com\n'],
  ])('40,000 characters of %j are read in 100 milliseconds', (part) => {
    const begun = performance.now();
    vendorsLinked(long(part));
    expect(performance.now() - begun).toBeLessThan(100);
  });

  it.each(['/pricing', '/', '.', '.,', '%', '%41', '#', '#pricing/', '?a=b&', '價', 'a.'])(
    'so is a link that goes on with %j',
    (part) => {
      const begun = performance.now();
      vendorsLinked(`https://acme.com/x${long(part)}b`);
      vendorsLinked(`https://${long(part)}b`);
      expect(performance.now() - begun).toBeLessThan(100);
    },
  );

  it('nothing is thrown, and names are lower case and without dots', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true, withQueryParameters: true }));
    const message = fc.array(fc.oneof(part, fc.constantFrom('https://', '/pricing', '<', '>', '|', '`', '.com')));
    fc.assert(
      fc.property(message, (parts) => {
        for (const vendor of vendorsLinked(parts.join(''))) expect(vendor).toMatch(/^[^.\s\p{Lu}]+$/u);
      }),
    );
  });
});
