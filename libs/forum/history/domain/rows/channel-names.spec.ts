import { readFileSync } from 'node:fs';
import { checkHistory } from '../check-history.js';
import { channelNames } from './channel-names.js';

const checked = checkHistory(readFileSync(new URL('../../../../../data/history.json', import.meta.url), 'utf8'));
if ('faults' in checked) throw new Error('the record is faulty');
const { channels } = checked.history;

function namesOf(code: string): string[] {
  const channel = channels.find(({ id }) => id === code);
  if (channel === undefined) throw new Error(code);
  return channelNames(channel).map(({ side, language, text, from, to }) =>
    [side ?? '-', language, text, from ?? '', to ?? ''].join(' | '),
  );
}

describe('Names of a channel', () => {
  it('are kept per side and period: what was agreed as a policy forum met under two other names', () => {
    expect(namesOf('CH-DPF')).toEqual([
      'kr | ko | 한·일 디지털 정책포럼 |  | 2023-12-25',
      'jp | ja | 日韓デジタル政策フォーラム |  | 2023-12-25',
      '- | en | Korea–Japan / Japan–Korea Digital Policy Forum |  | ',
      'kr | en | Korea–Japan Digital Policy Forum |  | ',
      'jp | en | Japan–Korea Digital Policy Forum |  | ',
      'kr | ko | 한·일 ICT 정책포럼 | 2023-12-26 | ',
      'kr | ja | 韓日ICT政策フォーラム | 2026-02-27 | ',
      'jp | ja | 日韓ICT政策対話 | 2023-12-26 | ',
    ]);
  });

  it('written with an arrow are parted on the day of the renaming', () => {
    expect(namesOf('CH-ECOM').slice(0, 2)).toEqual([
      'kr | ko | 한·일 전자상거래 정책협의회 |  | 2011-11-17',
      'kr | ko | 한·일 디지털 정책협의회 | 2011-11-18 | ',
    ]);
  });

  it('of our own rendering stand in each side’s order, forms that somebody used stay as they are', () => {
    expect(namesOf('CH-RADIO-DG')).toEqual([
      'kr | ko | 한·일 전파국장회의 |  | ',
      'jp | ja | 日韓電波局長級会合 |  | ',
      'kr | ja | 韓日電波局長級会合 |  | ',
      '- | en | Korea–Japan / Japan–Korea Radio Directors-General Meeting |  | ',
      'kr | en | Korea–Japan Radio Directors-General Meeting |  | ',
      'jp | en | Japan–Korea Radio Directors-General Meeting |  | ',
    ]);
  });

  it('of three countries are not taken for the pair', () => {
    expect(namesOf('CH-TRI-ICT')).toEqual([
      'kr | ko | 한·일·중 ICT 장관회의 |  | ',
      'jp | ja | 日中韓情報通信大臣会合 |  | ',
      "- | en | Trilateral ICT Ministers' Meeting |  | ",
    ]);
  });
});
