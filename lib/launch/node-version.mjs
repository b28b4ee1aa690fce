// The first thing that runs, under whatever Node there is: nothing here or in what imports it before the
// check may use syntax that an old Node cannot read.

export const oldest = [20, 19]

/** What is wrong with this version of Node, as a sentence, or `null`. `version` is like `20.19.1`. */
export function nodeTrouble(version) {
  const parts = version.split('.').map(Number)
  const fine = parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1])
  if (fine) return null
  return (
    'Chalkgrad needs Node.js ' +
    oldest.join('.') +
    ' or later, and this is ' +
    version +
    '.\n' +
    'Install a current one from https://nodejs.org (or with nvm: nvm install 22) and try again.'
  )
}

/** Imports and runs what needs a current Node, after the check. */
export function underCurrentNode(load) {
  const trouble = nodeTrouble(process.versions.node)
  if (trouble) {
    console.error(trouble)
    process.exit(1)
  }
  return load()
}
