/** HTML that the server made safe: a note of an exercise, or a part of the lesson. */
export function SafeHtml({ html, className = '' }: { html: string; className?: string }) {
  return (
    <div
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's Markdown lets no HTML through
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
