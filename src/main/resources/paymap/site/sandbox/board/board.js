// Turns the pages of a list: asks for the next one, as the board does, and shows it. Its state is told on the body.
const told = document.body.dataset;
const esc = text => String(text).replace(/[&<>"]/g, c => '&#' + c.charCodeAt(0) + ';');
const host = name => location.hostname.endsWith('.' + name.split('.').slice(-2).join('.')) ? '//' + name : '';

function show(rows, page) {
  document.getElementById('list').innerHTML = rows.map(card).join('');
  told.page = page;
  told.state = 'shown';
}

async function json(address, options) {
  const text = await (await fetch(address, {credentials: 'include', ...options})).text();
  if (text.trimStart().startsWith('<')) {
    throw new Error('refused by a page');
  }
  return JSON.parse(text);
}

async function turn() {
  told.state = 'loading';
  const page = Number(told.page) + 1;
  try {
    show(await ask(page), page);
  } catch (refusal) {
    document.getElementById('list').textContent = refusal.message;
    told.state = 'refused';
  }
}

document.getElementById('next').addEventListener('click', turn);
