export { subjectTitles } from './queries/proposals.js';
export { worklistOf, type WorkItem, type Worklist } from './queries/worklist.js';
