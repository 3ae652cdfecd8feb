/** The font's 119 slices, taken by the browser as their characters appear. Loaded after the first paint: the page never waits for it. */
import 'pretendard-jp/dist/web/variable/pretendardvariable-jp-dynamic-subset.css';
