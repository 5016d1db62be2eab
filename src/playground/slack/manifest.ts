/** What the local Slack goes by in the app's manifest: commands, shortcuts, scopes, subscriptions, App Home. */
import { z } from 'zod';
import type { CommandView, ShortcutView } from '../person-sees.ts';

const command = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().optional(),
  should_escape: z.boolean().optional(),
});
const shortcut = z.object({
  name: z.string(),
  type: z.enum(['message', 'global']),
  callback_id: z.string(),
  description: z.string(),
});
const appHome = z.object({
  home_tab_enabled: z.boolean().optional(),
  messages_tab_enabled: z.boolean().optional(),
  messages_tab_read_only_enabled: z.boolean().optional(),
});
const shape = z.object({
  features: z
    .object({
      slash_commands: z.array(command).optional(),
      shortcuts: z.array(shortcut).optional(),
      app_home: appHome.optional(),
    })
    .optional(),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).optional() }).optional() }).optional(),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).optional() }).optional(),
      interactivity: z.object({ is_enabled: z.boolean() }).optional(),
    })
    .optional(),
});

export type Manifest = {
  scopes: ReadonlySet<string>;
  events: ReadonlySet<string>;
  commands: (CommandView & { shouldEscape: boolean })[];
  globalShortcuts: ShortcutView[];
  messageShortcuts: ShortcutView[];
  isInteractive: boolean;
  hasHome: boolean;
  /** People may see the messages tab; the app may post there. On unless the manifest says false. */
  hasMessagesTab: boolean;
  /** People may type there. */
  canTypeToApp: boolean;
};

const listed = (item: z.infer<typeof shortcut>): ShortcutView => ({
  callbackId: item.callback_id,
  name: item.name,
  description: item.description,
});

/** @throws {ZodError} when the object is no manifest at all. */
export function readManifest(parsed: unknown): Manifest {
  const { features, oauth_config: oauth, settings } = shape.parse(parsed);
  const shortcuts = features?.shortcuts ?? [];
  const home = features?.app_home;
  return {
    scopes: new Set(oauth?.scopes?.bot),
    events: new Set(settings?.event_subscriptions?.bot_events),
    commands: (features?.slash_commands ?? []).map((item) => ({
      name: item.command,
      description: item.description,
      usageHint: item.usage_hint ?? '',
      shouldEscape: item.should_escape ?? false,
    })),
    globalShortcuts: shortcuts.filter((item) => item.type === 'global').map(listed),
    messageShortcuts: shortcuts.filter((item) => item.type === 'message').map(listed),
    isInteractive: settings?.interactivity?.is_enabled ?? false,
    hasHome: home?.home_tab_enabled ?? false,
    hasMessagesTab: home?.messages_tab_enabled ?? true,
    canTypeToApp: (home?.messages_tab_enabled ?? true) && home?.messages_tab_read_only_enabled !== true,
  };
}
