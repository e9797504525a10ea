import { useEffect, useState } from 'preact/hooks';

/**
 * Whether this is being laid out for a printer. Asked of the event before it: a media query tells only when the sheets
 * are counted already, and what grows then is cut off.
 */
export function usePaper(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    const begin = () => setIs(true);
    const end = () => setIs(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return is;
}
