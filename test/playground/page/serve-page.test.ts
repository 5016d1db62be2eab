import { describe, expect, it } from 'vitest';
import { pageFile } from '#playground/serve-page.ts';

describe('the page’s files', () => {
  it('are served without their types, under a policy that allows nothing foreign', async () => {
    const file = await pageFile('/page/ui/h.ts');
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toContain('javascript');
    expect(file.headers['content-security-policy']).toContain("default-src 'self'");
    expect(file.body).toContain('export function h(');
    expect(file.body).not.toContain('export type');
  });

  it('include the contract’s paths and the start page', async () => {
    expect((await pageFile('/')).body).toContain('/page/main.ts');
    expect((await pageFile('/person-api.ts')).body).toContain('/local/state');
  });

  it.each([
    '/serve-page.ts',
    '/page/../serve-page.ts',
    '/page/%2e%2e/serve-page.ts',
    '/slack/world.ts',
    '/page/nothing.ts',
    '/etc/passwd',
  ])('do not include %s', async (path) => {
    expect((await pageFile(path)).status).toBe(404);
  });
});
