// Prints how long the agenda of a 20-item session takes as a file, warm: npm run build && node scripts/measure-documents.mjs [folder]
// A busy machine shows in the difference between the time on the clock and that of the processor. With a folder, the measured files are written there, to be looked at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { historicText, newId } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { copyOf, writeDocx, writeHtml, writePdf } from '#platform/documents';
import { agendaDocument } from '#forum/documents';

const rounds = 23;
const items = 20;
const text = (ko, ja, en) => historicText({ ko, ja, en }, 'ko');

const topics = [
  text('개회 및 의제 채택', '開会及び議題の採択', 'Opening and adoption of the agenda'),
  text('이동통신 주파수 정책 동향', '移動通信の周波数政策の動向', 'Spectrum policy for mobile communications'),
  text(
    '5G 특화망과 로컬 5G의 협력 방안',
    '5G特化網とローカル5Gの協力',
    'Co-operation on private and local 5G networks',
  ),
  text('806~821 MHz 대역 간섭 현황', '806~821 MHz帯の干渉状況', 'Interference in 806–821 MHz'),
  text('인공지능 기반 전파 감시', 'AIを用いた電波監視', 'Radio monitoring with artificial intelligence'),
];
const description = text(
  '양측은 최근 1년간의 정책 동향을 설명하고, 세계전파통신회의(WRC-27) 의제 가운데 공동으로 대응할 사항을 논의한다.',
  '双方は、直近1年間の政策動向を説明し、世界無線通信会議(WRC-27)の議題のうち共同で対応すべき事項について協議する。',
  'Both sides explain the policies of the past year and discuss the items of WRC-27 on which they might act together.',
);

/** The same words with a number behind them, so that no two rounds and no two rows print the same text. */
const numbered = (words, number) => text(...['ko', 'ja', 'en'].map((lang) => `${words[lang].text} ${number}`));

function agendaOf(round, day) {
  const rows = Array.from({ length: items }, (_, at) => ({
    id: newId(),
    position: at + 1,
    kind: 'item',
    standing: null,
    proposer: at % 2 === 0 ? 'kr' : 'jp',
    lead: at % 2 === 0 ? 'kr' : 'jp',
    minutes: 10 + ((at + round) % 3) * 5,
    objective: ['inform', 'discuss', 'decide'][at % 3],
    title: numbered(topics[(at + round) % topics.length], `${round}-${at + 1}`),
    description: at % 2 === 0 ? numbered(description, `${round}-${at + 1}`) : null,
    ownWords: true,
    carriedFrom: null,
    links: [],
    state: 'agreed',
    deferredIn: null,
    audience: 'joint',
    version: 1,
    illustrative: true,
    note: null,
    commentCount: 0,
  }));
  return {
    id: newId(),
    sessionId: newId(),
    channelId: null,
    state: 'agreed',
    audience: 'joint',
    version: 1,
    illustrative: true,
    host: 'kr',
    startsAt: `${day}T01:00:00.000Z`,
    endsAt: `${day}T08:00:00.000Z`,
    interpretation: { mode: 'consecutive', factorPercent: null },
    versionNumber: round,
    items: rows,
    keys: [],
  };
}

const city = text('서울', 'ソウル', 'Seoul');
const name = text('전파국장회의', '電波局長級会合', 'Radio Directors-General Meeting');
const sessionOf = (round, day) => ({
  id: newId(),
  code: `S-${2000 + round}-DG`,
  names: { neutral: name, kr: name, jp: name },
  ordinalKr: round,
  ordinalJp: round,
  startDate: day,
  endDate: null,
  datePrecision: 'day',
  dateValue: day,
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T08:00:00.000Z`,
  zone: 'Asia/Seoul',
  place: numbered(city, round),
  host: 'kr',
  illustrative: true,
  today: '2027-02-18',
});
const matters = { linked: new Map(), followUps: [], proposals: [] };

const formats = { pdf: writePdf, docx: writeDocx, html: writeHtml };
const folder = process.argv[2];

let printed = 0;

/**
 * Warm means after other documents. Every round prints another session on another day, and each title and description of it for the
 * first time, as the compiler keeps what it has seen; what is the same in every agenda it may keep.
 */
async function measure(languages, format) {
  const times = [];
  const work = [];
  let size = 0;
  for (let round = 0; round < rounds; round += 1) {
    printed += 1;
    const day = `2027-${String(1 + (printed % 12)).padStart(2, '0')}-${String(1 + (printed % 28)).padStart(2, '0')}`;
    const [session, agenda] = [sessionOf(printed, day), agendaOf(printed, day)];
    const start = performance.now();
    const before = process.cpuUsage();
    const model = agendaDocument({ session, agenda, matters }, { languages, own: null });
    const file = await formats[format](copyOf(model, { copy: 'neutral', host: 'kr' }));
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1000);
    size = file.length;
    if (folder && round === 0) writeFileSync(join(folder, `agenda-${languages.join('-')}.${format}`), file);
    await setImmediate();
  }
  const middle = (all) => all.slice(3).sort((a, b) => a - b)[Math.floor((all.length - 4) / 2)] ?? 0;
  const ms = (value) => `${value.toFixed(1).padStart(6)} ms`;
  const warm = times.slice(3);
  console.log(
    [
      `${format.padEnd(5)}${languages.join(',').padEnd(9)}`,
      `first ${ms(times[0] ?? 0)}`,
      `warm ${ms(middle(times))} (fastest ${ms(Math.min(...warm))})`,
      `processor ${ms(middle(work))}`,
      `${(size / 1000).toFixed(0).padStart(4)} kB`,
    ].join('   '),
  );
}

installCatalogues();
if (folder) mkdirSync(folder, { recursive: true });
for (const languages of [['ko'], ['ja'], ['en'], ['ko', 'ja'], ['ko', 'ja', 'en']]) await measure(languages, 'pdf');
for (const format of ['docx', 'html']) await measure(['ko', 'ja', 'en'], format);
