/// <reference lib="dom" />
import { PATHS, type TrafficView } from '../person-api.ts';
import type { Act, ActAnswer } from '../person-does.ts';
import type { WorkspaceView } from '../person-sees.ts';

async function readJson<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What `userId` sees now. Rejects when there is no such person. */
export const fetchWorld = (userId: string): Promise<WorkspaceView> =>
  readJson(`${PATHS.state}?as=${encodeURIComponent(userId)}`);

export const fetchTraffic = (after: number): Promise<TrafficView> => readJson(`${PATHS.traffic}?after=${after}`);

export const sendAct = (as: string, act: Act): Promise<ActAnswer> =>
  readJson(PATHS.act, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, act }),
  });

/**
 * Calls `onChange` whenever something `userId` can see changed, and at each (re)connection; answers how to stop.
 * The browser reconnects by itself.
 */
export function watch(userId: string, onChange: () => void, onConnection: (isUp: boolean) => void): () => void {
  const source = new EventSource(`${PATHS.events}?as=${encodeURIComponent(userId)}`);
  source.addEventListener('changed', onChange);
  source.onopen = () => {
    onConnection(true);
    onChange();
  };
  source.onerror = () => onConnection(false);
  return () => source.close();
}
