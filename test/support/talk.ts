import { openHearing } from '#features/listening/hear.ts';

/** From talk to purchase: wherever the detector's weights put the threshold, some are clear and some are doubtful. */
const TALK = [
  'what would a better tool cost',
  'Thinking about a new design tool for the team',
  'we should look at a CRM some day',
  'thinking about a CRM for the team, any ideas?',
  'maybe we should try a new CRM',
  'what does a CRM cost these days?',
  'any recommendations for a CRM?',
  '我們是不是該換一套 CRM？',
  '想找一套 CRM，不急',
  'We are comparing HubSpot and Salesforce, and got a quote from both.',
  'HubSpot sent the order form, I am about to sign for a year.',
  'Our Zoom licence is up for renewal next month, do we keep it?',
  '拿到 HubSpot 的報價了，準備簽約',
];

const hear = openHearing(async () => undefined);

/** Only doubts take time: somebody has to be asked. */
const isDoubtful = (message: string): boolean => hear(message) instanceof Promise;
const isClear = (message: string): boolean => hear(message) !== undefined && !isDoubtful(message);

function oneThat(is: (message: string) => boolean): string {
  const found = TALK.find(is);
  if (!found) throw new Error('No message is like that to the detector of today: add some.');
  return found;
}

/** A message that the detector finds doubtful. */
export const aDoubtfulMessage = (): string => oneThat(isDoubtful);
/** A message in which the detector hears a purchase, without a doubt. */
export const aClearMessage = (): string => oneThat(isClear);
