/**
 * The faces are taken by the browser in slices, as their characters appear; loaded after the first paint, so the page never waits for
 * them. The slices of Pretendard JP hold kana, kanji and Latin; Hangul comes from those of Pretendard, the same design.
 */
import 'pretendard-jp/dist/web/variable/pretendardvariable-jp-dynamic-subset.css';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
