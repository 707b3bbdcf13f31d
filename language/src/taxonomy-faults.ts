interface Node { readonly id: string; readonly parent: string | null }

/** Throws what makes a list of terms no tree, naming the ids concerned; a circle would never end when walked. */
export function refuseFaults(terms: readonly Node[]): void {
  const parents = new Map<string, string | null>();
  for (const { id, parent } of terms) {
    if (parents.has(id)) throw new Error(`The taxonomy names the id ${id} twice.`);
    parents.set(id, parent);
  }
  const sound = new Set<string>();
  for (const { id } of terms) {
    const path: string[] = [];
    for (let at: string | null = id; at !== null && !sound.has(at); at = parents.get(at) as string | null) {
      if (!parents.has(at)) throw new Error(`The taxonomy puts ${path.at(-1)} below ${at}, and there is no ${at}.`);
      if (path.includes(at)) throw new Error(`The taxonomy goes in a circle: ${[...path.slice(path.indexOf(at)), at].join(' → ')}.`);
      path.push(at);
    }
    for (const one of path) sound.add(one);
  }
}
