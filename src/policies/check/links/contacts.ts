import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Link } from './find.ts';

const address = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;

/** What is wrong with a link that writes a mail. */
export function mail({ file, target, words, at }: Link): Problem | undefined {
	const place = [file, at] as const;
	if (!/^mailto:/i.test(target)) {
		const fixed = `mailto:${target}`;
		return problem(place, 'link-mailto', { fixed }, [put(file, at, fixed)]);
	}
	const to = target.slice('mailto:'.length).split('?')[0] ?? '';
	const said = words.trim();
	if (!address.test(to)) {
		const edits = address.test(said) ? [put(file, at, `mailto:${said}`)] : undefined;
		return problem(place, 'link-mail-shape', { target }, edits);
	}
	if (!address.test(said) || said.toLowerCase() === to.toLowerCase()) return undefined;
	const fixed = `mailto:${said}`;
	return problem(place, 'link-mail', { words: said, target: to, fixed }, [put(file, at, fixed)]);
}

/** A telephone number as people in Britain write it, in E.164; undefined where it is none. */
export function dialled(words: string): string | undefined {
	const digits = words.replace(/\(0\)/g, '').replace(/[\s().-]/g, '');
	if (/^\+\d{8,15}$/.test(digits)) return digits;
	if (/^00\d{8,15}$/.test(digits)) return `+${digits.slice(2)}`;
	return /^0\d{9,10}$/.test(digits) ? `+44${digits.slice(1)}` : undefined;
}

/** What is wrong with a link that rings somebody. */
export function telephone({ file, target, words, at }: Link): Problem | undefined {
	const number = target.replace(/^[a-z]+:(?:\/\/)?/i, '');
	const said = dialled(words.trim());
	const place = [file, at] as const;
	if (!/^tel:\+\d{8,15}$/.test(target)) {
		const right = said ?? dialled(decodeURIComponent(number)) ?? '+44…';
		const fixed = `tel:${right}`;
		const edits = right.includes('…') ? undefined : [put(file, at, fixed)];
		return problem(place, 'link-tel-shape', { target, fixed }, edits);
	}
	if (said === number) return undefined;
	if (said === undefined) {
		const digits = words.replace(/\D/g, '').length;
		if (digits < 6) return undefined;
		return problem(place, 'link-tel', {
			...{ words: words.trim(), target: number },
			fixed: 'the same number in both places',
		});
	}
	const fixed = `tel:${said}`;
	return problem(place, 'link-tel', { words: words.trim(), target: number, fixed }, [
		put(file, at, fixed),
	]);
}
