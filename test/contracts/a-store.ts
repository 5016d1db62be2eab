import { describe, onTestFinished } from 'vitest';
import type { Store } from '#store/store.ts';
import { aCatalogueStore } from './a-catalogue-store.ts';
import { aDigestStore } from './a-digest-store.ts';
import { aFigureStore } from './a-figure-store.ts';
import { aListeningStore } from './a-listening-store.ts';
import { aPartsStore } from './a-parts-store.ts';
import { aPeopleStore } from './a-people-store.ts';
import { aRequestStore } from './a-request-store.ts';
import { aSharedDatabase } from './a-shared-database.ts';
import { aTimerStore } from './a-timer-store.ts';
import { anAgreedStore } from './an-agreed-store.ts';
import { anAuditTrail } from './an-audit-trail.ts';
import { anOutbox } from './an-outbox.ts';
import { anOutboxOrder } from './an-outbox-order.ts';

/** Opens an empty store; it is closed when the test ends. */
export type Opened = () => Promise<Store>;

/** Every store must pass this. `open` gives an empty one at each call. */
export function aStore(name: string, open: Opened): void {
  const opened: Opened = async () => {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  };
  describe(name, () => {
    aRequestStore(opened);
    aPartsStore(opened);
    aSharedDatabase(opened);
    anOutbox(opened);
    anOutboxOrder(opened);
    aTimerStore(opened);
    aPeopleStore(opened);
    aCatalogueStore(opened);
    aListeningStore(opened);
    aFigureStore(opened);
    aDigestStore(opened);
    anAgreedStore(opened);
    anAuditTrail(opened);
  });
}
