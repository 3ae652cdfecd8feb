export { worklistOf, type WorkItem, type Worklist } from './queries/worklist.js';
