import type { Language } from '#domain/organisation.ts';

/** The stops of the tour, in the order in which they are played: oldest first. */
export const STOPS = [
  ...(['expired', 'declined', 'withdrawn', 'conditions', 'pilot', 'reuse'] as const),
  ...(['objected', 'talked', 'handed-over', 'lead', 'private', 'waiting', 'full', 'budget', 'fresh'] as const),
] as const;
export type Stop = (typeof STOPS)[number];

type Words = { tool: string; outcome: string; look: string };

const EN: Record<Stop, Words> = {
  expired: { tool: 'Wiki', outcome: 'New people find answers alone', look: 'rests, since nobody answered' },
  declined: { tool: 'Ad tracker', outcome: 'See which ads bring buyers', look: 'not this time, with a way forward' },
  withdrawn: { tool: 'Event app', outcome: 'Guests find their way at the fair', look: 'withdrawn' },
  conditions: { tool: 'Stock photos', outcome: 'Pictures in an hour', look: 'approved with conditions' },
  pilot: { tool: 'Dictation', outcome: 'Notes from calls without typing', look: 'a pilot with an end' },
  reuse: { tool: 'Survey tool', outcome: 'Hear what guests think', look: 'uses what the company has' },
  objected: { tool: 'Mail robot', outcome: 'Answer mail the same day', look: 'a no: Mia can talk it through' },
  talked: {
    tool: 'Call recorder',
    outcome: 'Learn from calls that went well',
    look: 'talked through, both views side by side',
  },
  'handed-over': { tool: 'Label printer', outcome: 'Parcels leave an hour earlier', look: 'handed over' },
  lead: {
    tool: 'Brand tracker',
    outcome: 'Know how well people know us',
    look: "a lead's own: somebody above decides",
  },
  private: { tool: 'Salary survey', outcome: 'Pay fairly', look: 'private, in a group DM of its people' },
  waiting: { tool: 'Route planner', outcome: 'Fewer empty miles', look: 'waits for an answer, the clock stands still' },
  full: { tool: 'Loyalty programme', outcome: 'Guests come back', look: 'full track, with security' },
  budget: {
    tool: 'Video editor',
    outcome: 'A clip a week by ourselves',
    look: "IT said yes, the budget's yes is next",
  },
  fresh: { tool: 'Landing pages', outcome: 'Pages in two days instead of ten', look: 'fast track, just begun' },
};

const ZH: Record<Stop, Words> = {
  expired: { tool: '知識庫', outcome: '新人自己找得到答案', look: '沒有人回答，先擱著' },
  declined: { tool: '廣告追蹤', outcome: '知道哪支廣告帶來客人', look: '這次先不買，也寫了怎麼做就可以' },
  withdrawn: { tool: '活動 App', outcome: '客人在展場不迷路', look: '收回的案子' },
  conditions: { tool: '圖庫', outcome: '一小時找到圖', look: '有條件同意' },
  pilot: { tool: '語音筆記', outcome: '通話紀錄不用打字', look: '先試行，有結束日' },
  reuse: { tool: '問卷平台', outcome: '聽見客人的想法', look: '沿用現有工具' },
  objected: { tool: '信件機器人', outcome: '當天回完信', look: '這次先不買，Mia 可以坐下來談' },
  talked: { tool: '通話錄音', outcome: '學會講得好的那通電話', look: '坐下來談，兩邊的看法並排' },
  'handed-over': { tool: '標籤機', outcome: '包裹早一小時出門', look: '轉給別人了' },
  lead: { tool: '品牌追蹤', outcome: '知道多少人認得我們', look: '主管自己的案子，由上一層點頭' },
  private: { tool: '薪資調查', outcome: '薪水給得公平', look: '不公開，在相關的人的群組私訊裡' },
  waiting: { tool: '路線規劃', outcome: '少跑空車', look: '等提案人回答，不計時' },
  full: { tool: '會員計畫', outcome: '客人再回來', look: '完整審查，資安也要點頭' },
  budget: { tool: '剪片工具', outcome: '每週自己剪一支影片', look: 'IT 點頭了，接下來等預算' },
  fresh: { tool: '活動頁', outcome: '活動頁從十天縮短到兩天', look: '快速案，剛開始' },
};

export const wordsFor = (language: Language): Record<Stop, Words> => (language === 'en' ? EN : ZH);

type Frame = { title: string; end: string; said: string; day: number; small: string; large: string; huge: string };

/** What people type besides, the guide around the list, and amounts a year below, above and far above the limits. */
export const frameFor = (language: Language): Frame =>
  language === 'en'
    ? {
        title: 'A tour: one request in every state. Become one of its people, and go on from there.',
        end: 'The clock can be moved forward: reminders and expiry then happen before your eyes.',
        ...{ said: 'It has to work with what we have.', day: 30, small: '1200', large: '4800', huge: '30000' },
      }
    : {
        title: '導覽：每種狀態各有一個案子。換成裡面的人，接著往下走。',
        end: '時鐘可以往前撥，提醒和擱置會在你眼前發生。',
        ...{ said: '要能配合現在用的工具。', day: 30, small: '38000', large: '150000', huge: '900000' },
      };
