/** Columns of a file of cases; the first name is the code, the others are as people head them. */
export const COLUMN_NAMES = {
  title: ['title', '제목', '件名', 'タイトル'],
  type: ['type', '유형', '種別'],
  bands: ['bands', 'band', '대역', '주파수', '주파수 대역', '周波数', '周波数帯'],
  services: ['services', 'service', '업무', '業務', '무선통신업무', '無線通信業務'],
  areas: ['areas', 'area', '지역', '地域'],
  regions: ['regions', '지역 설명', '地域の説明'],
  stations: ['stations', '무선국', '무선국 설명', '無線局', '無線局の説明'],
  allocation: ['allocation', '분배', '분배 구분', '分配', '分配区分'],
  first_seen: ['first_seen', 'first seen', '최초 확인', '最初の確認', '初認', '初認日'],
  season_from: ['season_from', '시기 시작', '時期(始)', '始期'],
  season_to: ['season_to', '시기 끝', '時期(終)', '終期'],
  times: ['times', '시간대', '時間帯'],
} as const;
export type IssueColumn = keyof typeof COLUMN_NAMES;

const columns = Object.keys(COLUMN_NAMES) as IssueColumn[];

/** The column that a cell of the first line names. */
export function columnOf(cell: string): IssueColumn | null {
  const plain = cell.normalize('NFKC').trim().toLowerCase();
  return (
    columns.find((column) => COLUMN_NAMES[column].some((name) => name.normalize('NFKC').toLowerCase() === plain)) ??
    null
  );
}
