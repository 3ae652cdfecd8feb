import { defineEvent } from '#platform/database';

/** Both sides agreed on other rules for a channel: what was planned there is planned anew. */
export const reminderRulesChanged = defineEvent<{ channelId: string }>('channel.reminderRulesChanged');
