"""Takes a 民主评议, gives its papers: 测评票, 登记表 and 汇总表."""
