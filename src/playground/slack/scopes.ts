/** Scopes: what the manifest asks for is what the token may do. Source: slack-facts e. */
import type { ConversationKind } from '../person-sees.ts';
import { type Refused, refuse } from './answers.ts';
import type { World } from './world.ts';

export const hasScope = (world: World, scope: string): boolean => world.settings.manifest.scopes.has(scope);

/** Undefined when the scope is there. */
export function missingScope(world: World, needed: string): Refused | undefined {
  if (hasScope(world, needed)) return undefined;
  const provided = [...world.settings.manifest.scopes].join(',');
  return refuse('missing_scope', `The manifest does not ask for the scope ${needed}.`, { needed, provided });
}

const FAMILY = { public: 'channels', private: 'groups', dm: 'im', 'group-dm': 'mpim' } as const satisfies Record<
  ConversationKind,
  string
>;

/** `channels:read`, `im:history`…: the scope differs by the kind of conversation. */
export const scopeFor = (kind: ConversationKind, right: 'read' | 'history'): string => `${FAMILY[kind]}:${right}`;
