import { math } from '@/lib/exact/mathml'

/**
 * A formula as MathML. `mathml` must come from lib/exact's builders or from the server's views, which escape what
 * they were given; nothing typed reaches this unescaped. A formula without a `<math>` around it is put into one.
 */
export function MathFormula({ mathml, className = '' }: { mathml: string; className?: string }) {
  const whole = mathml.startsWith('<math') ? mathml : math(mathml)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the builders of MathML escape
  return <span className={className} dangerouslySetInnerHTML={{ __html: whole }} />
}
