import type { Language } from '../language.ts';

export const meanwhile: Language['meanwhile'] = {
  changed:
    'Otra persona guardó esto mientras usted escribía. Ambas cambiaron lo mismo; lo que usted escribió sigue aquí.',
  changedBy: (name) =>
    `${name} guardó esto mientras usted escribía. Ambas partes cambiaron lo mismo; lo que usted escribió sigue aquí.`,
  theirsShown: 'Esto es lo que se guardó. Lo que usted escribió se conserva.',
  gone: 'Otra persona ha quitado o renombrado lo que estaba cambiando. Lo que escribió ahí no se ha guardado.',
  seeTheirs: 'Ver la otra versión',
  takeTheirs: 'Usar la otra versión',
  keepMine: 'Guardar mi versión',
};
