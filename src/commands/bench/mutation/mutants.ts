import ts from 'typescript';

/** One small fault in a file: the text from `start` to `end` is replaced. Offsets count UTF-16 code units. */
export interface Mutant {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Counts from 1. */
	readonly line: number;
}

type Replacement = Pick<Mutant, 'start' | 'end' | 'text'>;

const operators: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
	[ts.SyntaxKind.LessThanToken]: '<=',
	[ts.SyntaxKind.LessThanEqualsToken]: '<',
	[ts.SyntaxKind.GreaterThanToken]: '>=',
	[ts.SyntaxKind.GreaterThanEqualsToken]: '>',
	[ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
	[ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
	[ts.SyntaxKind.AmpersandAmpersandToken]: '||',
	[ts.SyntaxKind.BarBarToken]: '&&',
	[ts.SyntaxKind.PlusToken]: '-',
	[ts.SyntaxKind.MinusToken]: '+',
	[ts.SyntaxKind.AsteriskToken]: '/',
};

const isInType = (node: ts.Node): boolean =>
	ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/** The faults that one node of the syntax tree may be given. */
function faultsOf(node: ts.Node, source: ts.SourceFile): Replacement[] {
	const start = node.getStart(source);
	const replace = (text: string): Replacement[] => [{ start, end: node.end, text }];
	if (ts.isBinaryExpression(node)) {
		const { operatorToken: operator } = node;
		const text = operators[operator.kind];
		if (text === undefined) return [];
		return [{ start: operator.getStart(source), end: operator.end, text }];
	}
	if (node.kind === ts.SyntaxKind.TrueKeyword) return replace('false');
	if (node.kind === ts.SyntaxKind.FalseKeyword) return replace('true');
	if (ts.isNumericLiteral(node)) return replace(`${Number(node.text.replaceAll('_', '')) + 1}`);
	if (ts.isIfStatement(node)) {
		const { expression } = node;
		return [{ start: expression.getStart(source), end: expression.end, text: 'false' }];
	}
	if (ts.isExpressionStatement(node) && ts.isAwaitExpression(node.expression)) return replace(';');
	if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
		return replace(`(${node.operand.getText(source)})`);
	return [];
}

/** Every fault that a source may be given, in its order; types are left alone. */
export function mutantsOf(text: string): Mutant[] {
	const source = ts.createSourceFile('mutated.ts', text, ts.ScriptTarget.Latest, true);
	const found: Mutant[] = [];
	const visit = (node: ts.Node): void => {
		if (isInType(node)) return;
		for (const fault of faultsOf(node, source)) {
			const { line } = source.getLineAndCharacterOfPosition(fault.start);
			found.push({ ...fault, line: line + 1 });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The source with one fault in it. */
export const applied = (text: string, { start, end, text: fault }: Mutant): string =>
	text.slice(0, start) + fault + text.slice(end);
