import { inListOrder, parityGap, rankTable } from './rank-table.js';

describe('the rank table', () => {
  it('lists its classes from the highest to the lowest, each once', () => {
    const ranks = [...rankTable];
    expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other));
    expect([ranks[0], ranks.at(-1)]).toEqual([10, 90]);
  });

  it('lets heads differ by five points and no more, whoever stands higher', () => {
    expect([parityGap(60, 65), parityGap(65, 60), parityGap(45, 45)]).toEqual([null, null, null]);
    expect([parityGap(60, 66), parityGap(66, 60)]).toEqual([6, 6]);
    expect([parityGap(null, 60), parityGap(60, undefined)]).toEqual([null, null]);
  });

  it('orders by rank and then as the side gave it, not by name', () => {
    const cards = [
      { name: '가', rank: 70, position: 2 },
      { name: '나', rank: 60, position: 3 },
      { name: '다', rank: 70, position: 1 },
    ];
    expect(inListOrder(cards).map((card) => card.name)).toEqual(['나', '다', '가']);
  });
});
