const FILE = '';

// nginx alone cannot look into a body; this reads the page out of it and names the file that stands there.
function rows(r) {
  const page = /(?:^|&)pn=(\d+)/.exec(r.requestText || '');
  if (!page) {
    r.return(400, 'no page');
    return;
  }
  const city = encodeURIComponent(r.args.city || '').replace(/%/g, '');
  const target = '/rows/' + city + '/' + page[1] + '.json';
  const late = Number(r.variables.late);
  if (late > 0) {
    setTimeout(() => r.internalRedirect(target), late);
  } else {
    r.internalRedirect(target);
  }
}

function listed(r) {
  const late = Number(r.variables.late);
  if (late > 0) {
    setTimeout(() => r.internalRedirect('/list.html'), late);
  } else {
    r.internalRedirect('/list.html');
  }
}

// A list without an end and without a count, to measure how cost grows: the rows of one page under names of their own.
function endless(r) {
  const page = /(?:^|&)pn=(\d+)/.exec(r.requestText)[1];
  const names = { CITY: r.args.city, TITLE: /(?:^|&)kd=([^&]*)/.exec(r.requestText)[1] + ' ' + page, ID: Number(page) * 100 };
  r.headersOut['Content-Type'] = 'application/json;charset=UTF-8';
  r.return(200, TEMPLATE.map((part) => names[part] || part).join(''));
}

// Every other part is a name; read once, when nginx starts.
const TEMPLATE = FILE ? require('fs').readFileSync(FILE, 'utf8').split('@') : [];

export default { rows, listed, endless };
