import { formatDateTime } from '#core/i18n';
import { partyName } from '#core/kernel';
import { IconGitCompare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaVersion, Key, SessionDetail, Side } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides, useZone } from '../../shared/me.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Keys } from '../../shared/ui/keys.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda-versions.module.css';
import { NOW } from './api.js';

type Signature = AgendaVersion['signatures'][number];

/** The course of the negotiation, latest first: what made each version, and every key that was turned on it. */
export function VersionList({ versions, session }: { versions: AgendaVersion[]; session: SessionDetail }) {
  const sides = useSides(session.host);
  return (
    <ol className={css.versions} reversed>
      {versions.map((version, index) => (
        <VersionRow key={version.id} version={version} before={versions[index + 1]} sides={sides} />
      ))}
    </ol>
  );
}

/** The keys that stand on this version, in the reader's order. */
const keysOf = (version: AgendaVersion, sides: readonly Side[]): Key[] =>
  sides.map((side) => {
    const standing = version.signatures.find((entry) => entry.side === side && entry.clearedAt === null);
    return { side, turned: standing !== undefined, post: standing?.post ?? null, at: standing?.at ?? null };
  });

function VersionRow({
  version,
  before,
  sides,
}: {
  version: AgendaVersion;
  before: AgendaVersion | undefined;
  sides: readonly Side[];
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  return (
    <li className={css.version} data-agreed={version.agreed || undefined}>
      <div className={css.versionHead}>
        <h3>{t('web-agenda:version', { n: version.version })}</h3>
        <time dateTime={version.createdAt}>{formatDateTime(version.createdAt, zone, lang)}</time>
        {version.agreed ? <State tone="done">{t('web-agenda:state.agreed')}</State> : null}
        <Made version={version} />
        <span className={`${css.compare} fd-no-print`}>
          {before ? (
            <CompareLink from={before.id} to={version.id}>
              {t('web-agenda-versions:compare.withPrevious', { n: before.version })}
            </CompareLink>
          ) : null}
          {version.signatures.length > 0 ? (
            <CompareLink from={version.id} to={NOW}>
              {t('web-agenda-versions:compare.withNow')}
            </CompareLink>
          ) : null}
        </span>
      </div>
      {version.signatures.length > 0 ? (
        <>
          <Keys keys={keysOf(version, sides)} words={false} />
          <ul className={css.signatures}>
            {version.signatures.map((signature) => (
              <SignatureLine key={`${signature.side} ${signature.at}`} signature={signature} />
            ))}
          </ul>
        </>
      ) : null}
      <p className={css.hash}>
        <span>{t('web-agenda:hash')}</span> <code title={version.hash}>{version.hash.slice(0, 16)}</code>
      </p>
    </li>
  );
}

function CompareLink({ from, to, children }: { from: string; to: string; children: ReactNode }) {
  return (
    <Link to={`?from=${from}&to=${to}#compare`}>
      <IconGitCompare size={18} aria-hidden />
      {children}
    </Link>
  );
}

/** The act that made the version, and for which side. */
function Made({ version: { occasion, madeBy } }: { version: AgendaVersion }) {
  const { t } = useTranslation();
  if (!occasion) return null;
  return (
    <span>
      {t(`web-agenda-versions:occasion.${occasion}`)}
      {madeBy ? (
        <>
          {' · '}
          <SideName side={madeBy} />
        </>
      ) : null}
    </span>
  );
}

/** Who signed and when; of a key that was cleared also when and why. The words say it, the line through only repeats it. */
function SignatureLine({ signature }: { signature: Signature }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const { side, post, at, clearedAt } = signature;
  return (
    <li data-cleared={clearedAt !== null || undefined}>
      <span className={css.signed}>
        <SideName side={side} /> <Words value={post.title} marks={false} />{' '}
        <time dateTime={at}>{formatDateTime(at, zone, lang)}</time>
      </span>
      {clearedAt === null ? (
        <span>{t('web-agenda-versions:signature.stands')}</span>
      ) : (
        <span className={css.cleared}>
          <Cleared signature={signature} /> <time dateTime={clearedAt}>{formatDateTime(clearedAt, zone, lang)}</time>
        </span>
      )}
    </li>
  );
}

function Cleared({ signature: { clearedReason, clearedIn, clearedBy } }: { signature: Signature }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if (clearedReason === 'withdrawn') return t('web-agenda-versions:signature.withdrawn');
  if (clearedIn === null) return t('web-agenda-versions:signature.cleared');
  return clearedBy
    ? t('web-agenda-versions:signature.clearedBy', { n: clearedIn, party: partyName(clearedBy, lang) })
    : t('web-agenda-versions:signature.clearedIn', { n: clearedIn });
}
