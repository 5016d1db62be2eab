import { expect, it, onTestFinished } from 'vitest';
import { openOffice } from './office.ts';

it('takes no words between choosing a person and seeing what they see', async () => {
  const office = await openOffice();
  onTestFinished(() => office.close());
  const page = await office.open('U0MIA/C0MKT');
  const seen = Promise.withResolvers<void>();
  await page.route('**/local/state?as=U0EVE', async (route) => {
    await seen.promise;
    await route.continue();
  });
  await page.getByTestId('person-switcher').click();
  await page.getByTestId('person-U0EVE').click();
  const composer = page.getByTestId('composer');
  expect(await composer.isDisabled()).toBe(true);
  seen.resolve();
  await composer.fill('Eve is here');
  await composer.press('Enter');
  const said = await office.slack.waitFor(() => office.slack.messagesIn('C0MKT').at(-1));
  expect(said).toMatchObject({ userId: 'U0EVE', text: 'Eve is here' });
});
