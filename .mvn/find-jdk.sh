# SPDX-License-Identifier: BSD-3-Clause
# Sourced by mvnw and lwkt. Sets `jdk` to the home of a JDK of release 21 or newer, `jdk_version` to its version (25.0.3)
# and `jdk_release` to the first number of it, or says what to install and ends the script. `program` is the name to complain under. No process is started on the way
# where JAVA_HOME will do: lwkt pays for this at every start.

jdk_minimum=21

# Reads JAVA_VERSION="21.0.4" from the file every JDK has at its top, so that no java needs to be started to be asked.
read_version() {
  jdk_version=0
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      jdk_version=${value%%\"*}
    fi
  done <"$1/release"
  jdk_release=${jdk_version%%[!0-9]*}
}

is_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  read_version "$1"
  [ "${jdk_release:-0}" -ge "$jdk_minimum" ]
}

# The home of the javac on the PATH, behind the links that distributions put before it.
home_of_path_javac() {
  javac=$(command -v javac) || return 0
  javac=$(readlink -f "$javac" 2>/dev/null) || return 0
  printf '%s\n' "${javac%/bin/javac}"
}

find_jdk() {
  jdk=${JAVA_HOME-}
  ! is_jdk "$jdk" || return 0
  jdk=$(home_of_path_javac)
  ! is_jdk "$jdk" || return 0
  user=${HOME:-/nonexistent}
  for jdk in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk* /usr/local/jdk* /opt/java/* /opt/jdk* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$user"/.sdkman/candidates/java/* "$user"/.jdks/* "$user"/.asdf/installs/java/* \
    "$user"/.local/share/mise/installs/java/*; do
    ! is_jdk "$jdk" || return 0
  done
  return 1
}

find_jdk || {
  cat >&2 <<END
$program: needs a JDK $jdk_minimum or newer and found none.
  Debian 13, Ubuntu 24.04: apt-get install openjdk-21-jdk-headless
  Fedora: dnf install java-21-openjdk-devel; Arch: pacman -S jdk21-openjdk; macOS: brew install openjdk@21
  or unpack one anywhere and set JAVA_HOME to it${JAVA_HOME:+ (JAVA_HOME is now $JAVA_HOME, which is older or no JDK)}
END
  exit 70
}
