/** Fonts and colours are those of the page around, which may set them by `--entente-accent` and `--entente-rule`. */
export const styles = `
:host { display: block; line-height: 1.5 }
:host([hidden]) { display: none }
p, ul, li { margin: 0; padding: 0; list-style: none }
.title { font-size: 1.25em; font-weight: 600; margin-block-end: .25em }
li { padding-block: .75em; border-block-start: 1px solid var(--entente-rule, color-mix(in srgb, currentcolor 25%, transparent)) }
.name { font-weight: 600 }
.when { font-variant-numeric: tabular-nums }
.about { opacity: .8; font-size: .9em }
.all { padding-block-start: .75em; border-block-start: 1px solid var(--entente-rule, color-mix(in srgb, currentcolor 25%, transparent)) }
a { color: var(--entente-accent, inherit); text-underline-offset: .15em }
a:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px }
`
