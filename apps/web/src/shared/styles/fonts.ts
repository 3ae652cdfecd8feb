/** The faces are taken by the browser as their characters appear. Loaded after the first paint: the page never waits for them. */
import 'pretendard-jp/dist/web/variable/pretendardvariable-jp-dynamic-subset.css';
import './hangul.css';
