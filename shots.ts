import { openBrowser } from '#test/support/browser.ts';
const [port, who, out, what] = process.argv.slice(2);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
await page.goto(`http://127.0.0.1:${port}`);
await page.getByTestId('composer').first().waitFor();
const as = async (id: string) => { await page.getByTestId('person-switcher').click(); await page.getByTestId(`person-${id}`).click(); await page.waitForTimeout(700); };
if (what === 'jump') { await page.getByTestId('clock').click(); await page.getByTestId('clock-monday').click(); await page.waitForTimeout(6000); }
await as(who!);
if (what === 'it') await page.getByTestId('channel-C0IT').click();
else { await page.getByText('Tandem', { exact: true }).first().click(); await page.waitForTimeout(500); await page.getByText(/^Messages$|^訊息$/).first().click(); }
await page.waitForTimeout(1200);
await page.screenshot({ path: `${out}.png` });
await browser.close(); process.exit(0);
