import './shared/styles/mantine.css';
import './shared/styles/base.css';
import './shared/styles/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startTexts } from './shared/i18n/setup.js';

await startTexts();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void import('./shared/styles/fonts.js');
