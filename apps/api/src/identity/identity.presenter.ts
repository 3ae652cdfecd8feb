import { newText, type Language, type Role } from '#core/kernel';
import { demoPassword, type DemoAccountRow, type PostRow, type ProfileRow } from '#forum/identity';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull, type LocalizedTextView } from '../http/text.view.js';
import type { DemoAccountsView, MeView, PostView } from './identity.dto.js';

export function presentPost(post: PostRow, reading: Reading): PostView {
  return {
    id: post.id,
    title: presentText(post.title, reading),
    body: presentText(post.body, reading),
    side: post.side,
    rank: post.rank,
  };
}

export function presentMe(profile: ProfileRow, reading: Reading, demo: boolean): MeView {
  return {
    id: profile.id,
    email: profile.email,
    name: nameOf(profile, reading),
    side: profile.side,
    roles: profile.roles,
    language: profile.language,
    post: profile.post && presentPost(profile.post, reading),
    demo,
    now: profile.now.toISOString(),
    today: profile.today,
  };
}

export function presentDemoAccounts(rows: readonly DemoAccountRow[], reading: Reading): DemoAccountsView {
  return {
    password: rows.length > 0 ? demoPassword : null,
    items: rows.map((row) => ({
      email: row.email,
      side: row.side,
      role: row.roles[0] ?? ('observer' satisfies Role),
      title: presentTextOrNull(row.title, reading),
    })),
  };
}

const scriptsByLanguage: Readonly<Record<Language, readonly string[]>> = {
  ko: ['hangul', 'latin', 'kanji', 'hanja'],
  ja: ['kanji', 'kana', 'latin', 'hangul'],
  en: ['latin', 'hangul', 'kanji', 'kana'],
};

/** The person's own name in the reader's script, else the post, else the account: never a guessed name (domain.md 6). */
function nameOf(profile: ProfileRow, reading: Reading): LocalizedTextView {
  for (const script of scriptsByLanguage[reading.language]) {
    const name = profile.names.find((candidate) => candidate.script === script);
    if (name) return presentText(newText(reading.language, name.whole), reading);
  }
  return presentText(profile.post?.title ?? newText('en', profile.email), reading);
}
