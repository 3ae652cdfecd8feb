/** What the build knows of its own files (vite.config.ts). */
declare module 'virtual:shell' {
  export const FIRST_PAGE: string;
  /** Files that show an agenda without a network; named by their content, except the first page. */
  export const SHELL: { url: string; revision: string | null }[];
}
