const HAN =
  'M669 826h83V148h-83V826ZM726 529h159V460H726v69ZM52 716h534V649H52v67ZM319 600Q383 600 432 578.5T508 519.5Q535 482 535 431T508 342.5Q481 305 432 284T319 263Q255 263 206 284T129.5 342.5Q102 380 102 431T129.5 519.5Q157 557 206 578.5T319 600ZM319 535Q258 535 220 506.5T182 431Q182 384 220 356T319 328Q381 328 418.5 356T456 431Q456 478 418.5 506.5T319 535ZM278 826h83V682h-83V826ZM189 10H792V-58H189V10ZM189 202h82V-18h-82V202Z';
const GUK =
  'M154 784H736V716H154v68ZM50 461H870V393H50v68ZM417 414h83V202h-83V414ZM682 784h82V718Q764 662 760 591.5T734 428L653 437Q675 529 678.5 596T682 718v66ZM135 228H769V-78H686V161H135v67Z';
const EO =
  'M291 757Q357 757 408 718.5T487.5 609Q516 538 516 442T487.5 275Q459 204 408 165T291 126Q226 126 174.5 165T94.5 275Q66 346 66 442T94.5 609Q123 680 174.5 718.5T291 757ZM291 683Q248 683 215 653.5T163.5 569.5Q145 515 145 442T163.5 314.5Q182 260 215 230T291 200Q335 200 368 230T419.5 314.5Q438 369 438 442T419.5 569.5Q401 624 368 653.5T291 683ZM712 827h82V-79H712V827ZM489 482H749V415H489v67Z';

/**
 * The Korean word for Korean (or its first syllable) as a drawing, from Noto Sans KR (OFL): pages in other languages need not fetch
 * the first slices of Hangul for the name of a language. What it says stands in the label of its button.
 */
export function KoreanWord({ short = false }: { short?: boolean }) {
  const glyphs = short ? [HAN] : [HAN, GUK, EO];
  return (
    <svg
      viewBox={`0 -880 ${String(glyphs.length * 920)} 1000`}
      style={{ height: '1.05em', verticalAlign: '-0.14em' }}
      fill="currentColor"
      aria-hidden
    >
      {glyphs.map((glyph, index) => (
        <path key={glyph} d={glyph} transform={`translate(${String(index * 920)} 0) scale(1 -1)`} />
      ))}
    </svg>
  );
}
