/**
 * A formula as MathML. `mathml` must come from lib/exact's builders or from the server's views, which escape what
 * they were given; nothing typed reaches this unescaped.
 */
export function MathFormula({ mathml, className = '' }: { mathml: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the builders of MathML escape
  return <span className={className} dangerouslySetInnerHTML={{ __html: mathml }} />
}
