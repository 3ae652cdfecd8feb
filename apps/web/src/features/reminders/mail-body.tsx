import { createElement, Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { localPath } from './words.js';

/** What a letter of ours is made of; anything else is shown as the text within it. */
const KNOWN = new Set([
  'p',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'span',
  'div',
  'br',
  'table',
  'tbody',
  'tr',
  'th',
  'td',
]);
const EMPTY = new Set(['head', 'style', 'script', 'title', 'template']);

/**
 * The HTML version of a mail as parts of the page: its words, its languages and its links, without its styles, so that it reads well
 * in the dark and in print. Nothing of it is run or fetched: the parser makes a document that is never shown.
 */
export function MailBody({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <>{childrenOf(body)}</>;
}

function childrenOf(node: Node): ReactNode[] {
  return [...node.childNodes].map((child, index) => <Fragment key={index}>{partOf(child)}</Fragment>);
}

function partOf(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  if (EMPTY.has(name)) return null;
  if (name === 'br') return <br />;
  const lang = node.getAttribute('lang') ?? undefined;
  if (name === 'a') {
    const path = localPath(node.getAttribute('href') ?? '');
    return path === null ? childrenOf(node) : <Link to={path}>{childrenOf(node)}</Link>;
  }
  if (!KNOWN.has(name)) return childrenOf(node);
  return createElement(name, lang === undefined ? {} : { lang }, ...childrenOf(node));
}
